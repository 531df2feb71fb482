-- Grain: One figure's part in one relation.
SELECT
    relation_id,
    position,
    document,
    observation_id,
    role,
    sign
FROM stg_relation_member
UNION ALL
SELECT
    relation_id,
    0 AS position,
    first_document AS document,
    first_id AS observation_id,
    'preferred' AS role,
    1 AS sign
FROM cross_source_pair
UNION ALL
SELECT
    relation_id,
    1 AS position,
    other_document AS document,
    other_id AS observation_id,
    'other' AS role,
    1 AS sign
FROM cross_source_pair
