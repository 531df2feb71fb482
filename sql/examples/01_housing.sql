-- How do the houses of Bạch Thông add up? A total, its parts, and the money told with each part, in đồng.
SELECT
    CASE WHEN part_of_line IS NULL THEN 'total' ELSE 'part' END AS line,
    count_value,
    count_unit,
    amount_value,
    programme,
    verdict
FROM mart_housing
WHERE place = 'Huyện Bạch Thông' AND (parts > 0 OR part_of_line IS NOT NULL)
ORDER BY document, position
