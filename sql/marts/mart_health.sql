-- Grain: One line of one statement about health insurance and nutrition.
SELECT * EXCLUDE (marts, is_duplicate)
FROM fact_statement_line
WHERE NOT is_duplicate AND list_contains(marts, 'health')
