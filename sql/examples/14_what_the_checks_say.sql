-- What is expected of the tables and does not hold, in how many rows, and what is to be done?
SELECT
    severity,
    expectation,
    table_name,
    unexpected,
    reason
FROM expectation_result
WHERE outcome = 'broken'
ORDER BY list_position(['critical', 'warning', 'info'], severity), table_name, expectation
