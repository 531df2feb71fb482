-- What was paid for pupils, and how much is that a head? What no norm allows is broken: see 07_what_does_not_fit.sql.
SELECT
    amount_indicator AS support,
    pupils,
    amount_value AS money,
    amount_a_head,
    verdict
FROM mart_education_support
WHERE document LIKE 'raw/articles/bach-thong%' AND amount_value IS NOT NULL
ORDER BY position
