-- Grain: One line of one statement that no other mart shows.
-- Figures without an indicator, and those that no subject owns, are here: nothing of a source is out of sight.
SELECT * EXCLUDE (marts, is_duplicate)
FROM fact_statement_line
WHERE NOT is_duplicate AND coalesce(marts, []) IN ([], ['cross'])
