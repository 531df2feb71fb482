"""What runs by itself: the job over everything, every day, and when files in raw/ have changed."""

import dagster as dg

from pipelines.orchestration.alerts import alert_on_failure
from pipelines.orchestration.batches import batch_job, keep_batches
from pipelines.orchestration.noticing import Cursor, compare, look
from pipelines.orchestration.operation import Operation, OperationError
from pipelines.orchestration.sources import observation_of_raw_files
from pipelines.warehouse.memo import read_memo
from pipelines.warehouse.settings import Settings

JOB = "build_warehouse"


def automation(settings: Settings, operation: Operation) -> dg.Definitions:
    """The jobs with their schedule and sensors. Raises OperationError where operation.yaml tells no time of day."""
    job = dg.define_asset_job(
        JOB,
        selection=dg.AssetSelection.all(),
        description="Reads raw/, makes every table, checks all and publishes: the same as `solieu run`. What has not "
        "changed is neither read nor made again.",
        executor_def=dg.in_process_executor,
        tags={"solieu/scope": "everything"},
    )
    sensors = [sensor_of_raw(settings, operation), alert_on_failure(settings, operation)]
    return dg.Definitions(jobs=[job, batch_job()], schedules=[daily_schedule(operation)], sensors=sensors)


def daily_schedule(operation: Operation) -> dg.ScheduleDefinition:
    """The daily run. Raises OperationError where operation.yaml tells no time of day."""
    try:
        return dg.ScheduleDefinition(
            name="daily",
            job_name=JOB,
            cron_schedule=operation.cron,
            execution_timezone=operation.time_zone,
            default_status=dg.DefaultScheduleStatus.RUNNING,
            description="Everything once a day, at the time that operation.yaml tells.",
            tags={"solieu/started_by": "schedule"},
        )
    except dg.DagsterInvalidDefinitionError as error:
        raise OperationError(f"operation.yaml: cron or time_zone: {error}") from None


def sensor_of_raw(settings: Settings, operation: Operation) -> dg.SensorDefinition:
    """The sensor that asks for a run when files in raw/ are new, changed or gone, once they have come to rest.

    It asks for one run for what it sees: where that run fails, the next is for the next change, or the next day.
    """

    @dg.sensor(
        name="raw_changes",
        job_name=JOB,
        minimum_interval_seconds=operation.seconds_between_looks,
        default_status=dg.DefaultSensorStatus.RUNNING,
        description="Asks for a run when files in raw/ are new, changed or gone and two looks in a row saw the same. "
        "Keeps the list of batches that a backfill offers.",
    )
    def raw_changes(context: dg.SensorEvaluationContext) -> dg.SensorResult:
        glance = look(settings.raw)
        keep_batches(context.instance, glance)
        before, signature = Cursor.parse(context.cursor), glance.signature
        if signature == before.asked:
            return dg.SensorResult(skip_reason=f"{len(glance.files)} files, as at the last run that was asked for")
        change = compare(glance, read_memo(settings.shards))
        if not change:
            cursor = Cursor(seen=signature, asked=signature)
            return dg.SensorResult(skip_reason=f"{len(glance.files)} files, all as they were read", cursor=str(cursor))
        if signature != before.seen:
            reason = f"{change}; a run is asked for if the next look sees the same"
            return dg.SensorResult(skip_reason=reason, cursor=str(Cursor(signature, before.asked)))
        request = dg.RunRequest(tags={"solieu/started_by": "sensor", "solieu/change": str(change)})
        return dg.SensorResult(
            run_requests=[request],
            cursor=str(Cursor(seen=signature, asked=signature)),
            asset_events=[observation_of_raw_files(glance)],
        )

    return raw_changes
