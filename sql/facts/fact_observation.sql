-- Grain: One printed number of one source, never merged with another.
-- A repeat is linked, not deleted: `repeat_of` is the figure that the source told first, itself no repeat. A place is
-- the version that was valid at the time the figure speaks of; where the name alone does not decide, its key stays
-- null.
WITH RECURSIVE link AS (
    SELECT
        again.observation_id,
        earlier.observation_id AS earlier_id
    FROM stg_relation
    INNER JOIN stg_relation_member AS again USING (relation_id)
    INNER JOIN stg_relation_member AS earlier USING (relation_id)
    WHERE
        stg_relation.kind = 'repeat'
        AND again.role = 'repeat'
        AND earlier.role = 'first'
),

chain AS (
    SELECT
        observation_id,
        earlier_id
    FROM link
    UNION
    SELECT
        chain.observation_id,
        link.earlier_id
    FROM chain
    INNER JOIN link ON chain.earlier_id = link.observation_id
),

repeat AS (
    SELECT
        chain.observation_id,
        arg_min(chain.earlier_id, stg_observation.position) AS repeat_of
    FROM chain
    INNER JOIN stg_observation ON chain.earlier_id = stg_observation.observation_id
    ANTI JOIN link ON chain.earlier_id = link.observation_id
    GROUP BY chain.observation_id
)

SELECT
    told.*,
    dim_place.place_sk,
    dim_period.period_sk,
    repeat.repeat_of,
    CASE told.factor
        WHEN 1 THEN 0
        WHEN 1e3 THEN 3
        WHEN 1e6 THEN 6
        WHEN 1e9 THEN 9
        WHEN 1e12 THEN 12
    END AS unit_multiplier
FROM stg_observation AS told
LEFT JOIN dim_place
    ON
        told.place_level = dim_place.level
        AND told.place_code = dim_place.code
        AND told.place_valid_from = dim_place.valid_from
LEFT JOIN dim_period
    ON
        told.period = dim_period.period
        AND told.period_start IS NOT DISTINCT FROM dim_period.period_start
        AND told.period_end IS NOT DISTINCT FROM dim_period.period_end
LEFT JOIN repeat ON told.observation_id = repeat.observation_id
