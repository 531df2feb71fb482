-- How many workers were given a job, how many were planned, and how many of them are women?
SELECT
    count_indicator,
    count_value AS workers,
    count_plan AS planned,
    completion_rate AS stated_percent,
    women,
    amount_value AS lent,
    part_of_line IS NULL AS is_total,
    verdict
FROM mart_employment
WHERE place = 'Huyện Bạch Thông' AND count_value IS NOT NULL
ORDER BY document, position
