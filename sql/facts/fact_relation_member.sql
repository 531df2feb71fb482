-- Grain: One figure's part in one relation.
SELECT
    relation_id,
    position,
    document,
    observation_id,
    role,
    sign
FROM stg_relation_member
