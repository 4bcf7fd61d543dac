import json
import os

import tensorflow as tf

os.environ["TF_CONFIG"] = json.dumps({
    "cluster": {"worker": ["localhost:12345"], "ps": ["localhost:12346"]},
    "task": {"type": "worker", "index": 0},
})

strategy = tf.compat.v1.distribute.experimental.ParameterServerStrategy()
result = strategy.num_replicas_in_sync
