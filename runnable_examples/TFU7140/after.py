import os

import tensorflow as tf

os.environ.update(AWS_REGION="us-east-1", AWS_ACCESS_KEY_ID="key", AWS_SECRET_ACCESS_KEY="secret")

tf.io.gfile.makedirs("bucket")
result = "the path can be used"
