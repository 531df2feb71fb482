-- Grain: One figure that is a component of a total or told "of which", with that total.
-- A figure may belong to several totals, for sources break one total down in several ways. Whether the components
-- must add up is a matter of the relation.
SELECT DISTINCT
    document,
    observation_id,
    unnest(part_of) AS total_id
FROM stg_observation
