-- Grain: One place of before a reform of the administration and one place of after it that lies at least partly there.
-- On 2025-07-01 districts ended, provinces were joined and communes made anew. What the versions show is told, and no
-- more: a new commune that bears the code of an old one lies at least partly where that lay, so partly in its
-- district; a province went wholly into another if all its communes that kept their codes did. Communes that lost
-- their codes show nothing, so the list of a district is not complete. It says where to look, not how to add up.
WITH commune AS (
    SELECT
        before.place_sk,
        district.place_sk AS district_sk,
        before.province_code,
        after.place_sk AS successor_sk,
        after.province_code AS successor_province_code,
        after.valid_from AS effective
    FROM dim_place AS before
    INNER JOIN dim_place AS after
        ON before.level = after.level AND before.code = after.code AND before.valid_to_exclusive = after.valid_from
    INNER JOIN dim_place AS district
        ON
            district.level = 2
            AND before.parent_code = district.code
            AND after.valid_from > district.valid_from
            AND after.valid_from <= district.valid_to_exclusive
    INNER JOIN dim_place AS province ON after.parent_sk = province.place_sk AND province.level = 1
    WHERE before.level = 3
),

province AS (
    SELECT
        before.place_sk,
        after.place_sk AS successor_sk,
        commune.effective
    FROM commune
    INNER JOIN dim_place AS before
        ON
            before.level = 1
            AND commune.province_code = before.code
            AND commune.effective > before.valid_from
            AND coalesce(commune.effective <= before.valid_to_exclusive, TRUE)
    INNER JOIN dim_place AS after
        ON
            after.level = 1
            AND commune.successor_province_code = after.code
            AND commune.effective >= after.valid_from
            AND coalesce(commune.effective < after.valid_to_exclusive, TRUE)
    GROUP BY before.place_sk, after.place_sk, commune.effective
    QUALIFY count(*) OVER (PARTITION BY before.place_sk, commune.effective) = 1
)

SELECT
    place_sk,
    successor_sk,
    effective,
    'part' AS relation
FROM commune
UNION
SELECT
    district_sk AS place_sk,
    successor_sk,
    effective,
    'part' AS relation
FROM commune
UNION
SELECT
    place_sk,
    successor_sk,
    effective,
    'whole' AS relation
FROM province
WHERE place_sk <> successor_sk
