-- How do the houses of Bạch Thông add up? A total, its parts, and the money told with each part, in đồng.
SELECT
    CASE WHEN part_of_line IS NULL THEN 'total' ELSE 'part' END AS line,
    count_value AS helped,
    count_unit AS unit,
    amount_value AS money,
    amount_indicator AS kind_of_money,
    verdict
FROM mart_housing
WHERE document LIKE 'raw/articles/bach-thong%' AND (parts > 0 OR part_of_line IS NOT NULL)
ORDER BY position
