-- Grain: One test of one figure of one source against the same figure of the preferred source.
-- Why: see cross_source_pair. They agree where both can stand for one true value, so a rounded figure does. What is
-- the same was inferred from what the figures mean, not told by a source, so a conflict is only worth an info.
SELECT
    cross_source_pair.relation_id,
    cross_source_pair.document,
    'other_source' AS test,
    other.unit,
    cast(NULL AS VARCHAR) AS missing,
    'info' AS severity,
    cast(NULL AS VARCHAR) AS norm_id,
    cast(NULL AS DECIMAL(18, 6)) AS norm_low,
    cast(NULL AS DECIMAL(18, 6)) AS norm_high,
    cast(other.value AS DECIMAL(38, 6)) AS stated,
    cast(other.interval_low AS DECIMAL(38, 6)) AS stated_low,
    cast(other.interval_high AS DECIMAL(38, 6)) AS stated_high,
    cast(preferred.value AS DECIMAL(38, 6)) AS computed,
    cast(preferred.interval_low AS DECIMAL(38, 6)) AS computed_low,
    cast(preferred.interval_high AS DECIMAL(38, 6)) AS computed_high
FROM cross_source_pair
INNER JOIN stg_observation AS preferred ON cross_source_pair.first_id = preferred.observation_id
INNER JOIN stg_observation AS other ON cross_source_pair.other_id = other.observation_id
