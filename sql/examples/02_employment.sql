-- How many workers were given a job, how many were planned, and how many of them are women?
SELECT
    CASE WHEN part_of_line IS NULL THEN 'total' ELSE 'part' END AS line,
    count_indicator AS jobs,
    workers,
    count_plan AS planned,
    completion_rate AS stated_percent,
    women
FROM mart_employment
WHERE document LIKE 'raw/articles/bach-thong%' AND workers IS NOT NULL
ORDER BY position
