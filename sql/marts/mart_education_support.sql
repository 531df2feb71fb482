-- Grain: One line of one statement about support for pupils.
-- Pupils and what was paid for them. The amount a head is computed, to be seen beside the norms of the decrees.
SELECT
    * EXCLUDE (marts, is_duplicate),
    CASE WHEN count_unit = 'person' THEN count_value END AS pupils,
    CASE WHEN count_value > 0 THEN cast(round(amount_value / count_value, 2) AS DECIMAL(28, 2)) END AS amount_a_head
FROM fact_statement_line
WHERE NOT is_duplicate AND list_contains(marts, 'education_support')
