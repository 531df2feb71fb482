-- Grain: One line of one statement about legal aid, communication and training.
SELECT * EXCLUDE (marts, is_duplicate)
FROM fact_statement_line
WHERE NOT is_duplicate AND list_has_any(marts, ['legal_aid', 'communication'])
