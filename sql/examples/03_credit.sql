-- Who owes how much to the policy bank, and how much is that for each? Outstanding loans are a stock: never over time.
SELECT
    population_group,
    programme,
    borrowers,
    outstanding,
    cast(outstanding / nullif(borrowers, 0) AS DECIMAL(28, 0)) AS for_each
FROM mart_credit
WHERE document LIKE 'raw/articles/bach-thong%' AND outstanding IS NOT NULL AND restates_line IS NULL
ORDER BY position
