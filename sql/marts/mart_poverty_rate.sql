-- Grain: One line of one statement about how many are poor.
-- A fall of a rate is in percentage points and never stands in the column of the rates.
SELECT
    * EXCLUDE (marts, is_duplicate),
    CASE WHEN count_unit = 'household' THEN count_value END AS households,
    CASE WHEN count_unit = 'person' THEN count_value END AS persons,
    CASE WHEN rate_unit = 'percent' THEN rate_value END AS percent,
    CASE WHEN rate_unit = 'percentage_point' THEN rate_value END AS percentage_points
FROM fact_statement_line
WHERE NOT is_duplicate AND list_contains(marts, 'poverty_rate')
