-- Grain: One version of one administrative unit: as it was from one day to another.
-- Codes are used again for other places, so a code alone is no key: level, code and first day are, and the surrogate
-- is a hash of them. The parent is the version that was valid when this one began.
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
)

SELECT
    version.*,
    version.valid_to_exclusive IS NULL AS is_current,
    parent.place_sk AS parent_sk
FROM version
LEFT JOIN version AS parent
    ON
        version.parent_code = parent.code
        AND version.level > parent.level
        AND version.valid_from >= parent.valid_from
        AND (parent.valid_to_exclusive IS NULL OR version.valid_from < parent.valid_to_exclusive)
