-- Who owes how much to the policy bank, and how much is that for each? Outstanding loans are a stock: never over time.
SELECT
    period,
    population_group,
    programme,
    borrowers,
    outstanding,
    round(outstanding / nullif(borrowers, 0)) AS outstanding_for_each
FROM mart_credit
WHERE place = 'Huyện Bạch Thông' AND outstanding IS NOT NULL AND restates_line IS NULL
ORDER BY document, position
