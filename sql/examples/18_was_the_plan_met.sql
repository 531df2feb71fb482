-- Was the plan met? What was achieved beside what was planned, and the percentage that the source itself tells.
SELECT
    indicator_vi,
    achieved,
    planned,
    percent,
    stated_percent,
    verdict
FROM view_plan
ORDER BY percent, observation_id
