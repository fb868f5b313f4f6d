"""A real cluster on this machine: a master, and two workers with a process each."""

from __future__ import annotations

import os
import sys

import pytest
from pyspark.sql import SparkSession


@pytest.fixture(scope="session")
def spark(tmp_path_factory):
    # The workers take this Python, in which the wheel is installed.
    os.environ["PYSPARK_PYTHON"] = sys.executable
    os.environ["SPARK_LOCAL_IP"] = "127.0.0.1"
    os.environ["SPARK_WORKER_DIR"] = str(tmp_path_factory.mktemp("workers"))
    session = (
        SparkSession.builder.master("local-cluster[2,1,1024]")
        .config("spark.ui.enabled", "false")
        .config("spark.log.level", "ERROR")
        .config("spark.task.maxFailures", "1")
        # Several batches in a partition, several partitions for a worker.
        .config("spark.sql.execution.arrow.maxRecordsPerBatch", "1000")
        .config("spark.default.parallelism", "6")
        .config("spark.sql.shuffle.partitions", "6")
        .getOrCreate()
    )
    yield session
    session.stop()
