-- Grain: One source: a file under raw/ or a row of a corpus there.
-- A source is refused where nothing could be read of it and a problem says why; a corpus only where it has no rows.
-- Of files with the same bytes that could be read the first by name is the source; marts leave its duplicates out, the
-- facts keep them. A refused one is no duplicate: it has a reason of its own, and stands for nothing that was read.
WITH figures AS (
    SELECT
        document,
        count(*) AS observations
    FROM stg_observation
    GROUP BY document
),

problems AS (
    SELECT
        document,
        count(*) AS problems
    FROM stg_problem
    GROUP BY document
),

source AS (
    SELECT
        stg_document.*,
        coalesce(figures.observations, 0) AS observations,
        coalesce(problems.problems, 0) AS told,
        stg_document.text IS NULL AND coalesce(stg_document.kind, '') <> 'corpus'
        AND figures.document IS NULL AND problems.document IS NOT NULL AS refused
    FROM stg_document
    LEFT JOIN figures USING (document)
    LEFT JOIN problems USING (document)
),

linked AS (
    SELECT
        *,
        CASE
            WHEN sha256 <> '' AND NOT refused
                THEN nullif(min(document) OVER (PARTITION BY sha256, refused), document)
        END AS duplicate_of
    FROM source
)

SELECT
    document,
    sha256,
    kind,
    title,
    publisher,
    author,
    published,
    url,
    language,
    encoding,
    made_up,
    attributes,
    length(text) AS characters,
    observations,
    told + cast(duplicate_of IS NOT NULL AS BIGINT) AS problems,
    refused,
    duplicate_of
FROM linked
