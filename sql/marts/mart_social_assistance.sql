-- Grain: One line of one statement about social assistance and gifts.
SELECT * EXCLUDE (marts, is_duplicate)
FROM fact_statement_line
WHERE NOT is_duplicate AND list_contains(marts, 'social_assistance')
