-- Grain: One version of one administrative unit: as it was from one day to another.
-- Codes are used again for other places, so a code alone is no key: level, code and first day are, and the surrogate
-- is a hash of them. The parent is the version that was valid when this one began. A province may keep code and name
-- while it takes in another one: that shows where communes of its own bear the codes of communes that lay elsewhere
-- the day before, and figures from before and after that day are not to be compared.
WITH version AS (
    SELECT
        cast('0x' || md5(concat_ws('|', level, code, valid_from))[:15] AS BIGINT) AS place_sk,
        cast(level AS INTEGER) AS level,
        code,
        name,
        full_name,
        parent_code,
        cast(valid_from AS DATE) AS valid_from,
        cast(valid_to_exclusive AS DATE) AS valid_to_exclusive
    FROM vocabulary_places
),

placed AS (
    SELECT
        version.*,
        version.valid_to_exclusive IS NULL AS is_current,
        parent.place_sk AS parent_sk,
        coalesce(parent.parent_code, version.parent_code) AS province_code
    FROM version
    LEFT JOIN version AS parent
        ON
            version.parent_code = parent.code
            AND version.level > parent.level
            AND version.valid_from >= parent.valid_from
            AND (parent.valid_to_exclusive IS NULL OR version.valid_from < parent.valid_to_exclusive)
),

widened AS (
    SELECT
        commune.province_code,
        min(commune.valid_from) AS extent_changed_on
    FROM placed AS commune
    INNER JOIN placed AS before
        ON
            commune.code = before.code
            AND commune.valid_from = before.valid_to_exclusive
            AND commune.province_code <> before.province_code
    INNER JOIN placed AS province
        ON
            commune.province_code = province.code
            AND commune.valid_from > province.valid_from
            AND (province.valid_to_exclusive IS NULL OR commune.valid_from < province.valid_to_exclusive)
    WHERE
        commune.level = 3
        AND before.level = 3
        AND province.level = 1
    GROUP BY commune.province_code
)

SELECT
    placed.*,
    widened.extent_changed_on
FROM placed
LEFT JOIN widened
    ON
        placed.level = 1
        AND placed.code = widened.province_code
        AND placed.valid_from < widened.extent_changed_on
        AND (placed.valid_to_exclusive IS NULL OR placed.valid_to_exclusive > widened.extent_changed_on)
