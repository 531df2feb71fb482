-- What was paid for pupils, how much is that a head, and did it pass the checks?
SELECT
    amount_indicator,
    pupils,
    amount_value,
    amount_a_head,
    verdict
FROM mart_education_support
WHERE amount_value IS NOT NULL
ORDER BY document, position
