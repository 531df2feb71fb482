-- Grain: One source: a file under raw/ or a row of a corpus there.
-- A source is refused where nothing could be read of it and a problem says why; a corpus only where it has no rows.
-- Of files with the same bytes the first by name is the source; marts leave its duplicates out, the facts keep them.
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
)

SELECT
    stg_document.document,
    stg_document.sha256,
    stg_document.kind,
    stg_document.title,
    stg_document.publisher,
    stg_document.author,
    stg_document.published,
    stg_document.url,
    stg_document.language,
    stg_document.encoding,
    stg_document.made_up,
    stg_document.attributes,
    length(stg_document.text) AS characters,
    coalesce(figures.observations, 0) AS observations,
    coalesce(problems.problems, 0) AS problems,
    stg_document.text IS NULL AND coalesce(stg_document.kind, '') <> 'corpus'
    AND figures.document IS NULL AND problems.document IS NOT NULL AS refused,
    nullif(
        CASE
            WHEN stg_document.sha256 <> '' THEN min(stg_document.document) OVER (PARTITION BY stg_document.sha256)
        END,
        stg_document.document
    ) AS duplicate_of
FROM stg_document
LEFT JOIN figures USING (document)
LEFT JOIN problems USING (document)
