-- Grain: One line of one statement about new rural development.
SELECT * EXCLUDE (marts, is_duplicate)
FROM fact_statement_line
WHERE NOT is_duplicate AND list_contains(marts, 'new_rural')
