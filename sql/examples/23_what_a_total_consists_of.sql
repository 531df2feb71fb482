-- What does a total consist of, as printed, and does it add up?
SELECT
    indicator_vi,
    printed_total AS total,
    printed_parts AS parts,
    sum_of_parts AS sum,
    outcome
FROM view_total
WHERE document LIKE 'raw/articles/%'
ORDER BY relation_id
