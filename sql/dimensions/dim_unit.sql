-- Grain: One unit of measure.
-- The vocabulary has a row for every spelling and scale of a unit; the first of its base unit names it. A noun that
-- the vocabulary lacks ("xe đạp") is a unit as printed.
WITH named AS (
    SELECT
        unit AS unit_id,
        arg_min(kind, cast(file_row AS INTEGER)) AS kind,
        arg_min(sdmx_code, cast(file_row AS INTEGER)) AS sdmx_code,
        arg_min(label_vi, cast(file_row AS INTEGER)) AS label_vi,
        TRUE AS in_vocabulary
    FROM vocabulary_units
    WHERE unit IS NOT NULL
    GROUP BY unit
),

printed AS (
    SELECT DISTINCT unit AS unit_id
    FROM stg_observation
    WHERE unit IS NOT NULL
)

SELECT
    unit_id,
    kind,
    sdmx_code,
    label_vi,
    in_vocabulary
FROM named
UNION ALL
SELECT
    unit_id,
    'count' AS kind,
    NULL AS sdmx_code,
    unit_id AS label_vi,
    FALSE AS in_vocabulary
FROM printed
ANTI JOIN named USING (unit_id)
