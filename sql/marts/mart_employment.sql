-- Grain: One line of one statement about jobs and training.
-- Workers given jobs, of them women, beside the plan and the degree to which the source says it was met.
SELECT
    * EXCLUDE (marts, is_duplicate),
    CASE WHEN count_unit = 'person' THEN count_value END AS workers
FROM fact_statement_line
WHERE NOT is_duplicate AND list_contains(marts, 'employment')
