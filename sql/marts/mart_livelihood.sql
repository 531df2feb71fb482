-- Grain: One line of one statement about production, infrastructure and the local economy.
SELECT * EXCLUDE (marts, is_duplicate)
FROM fact_statement_line
WHERE NOT is_duplicate AND list_has_any(marts, ['livelihood', 'infrastructure', 'economy'])
