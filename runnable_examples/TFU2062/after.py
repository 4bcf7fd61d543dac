import tensorflow as tf

try:
    from tensorflow.keras.layers import StringLookup
except ImportError:
    from tensorflow.keras.layers.experimental.preprocessing import StringLookup

layer = StringLookup(vocabulary=["cat", "dog"], mask_token="")
result = {"indices": layer(tf.constant(["cat", "dog", "cow"])).numpy(), "vocabulary": layer.get_vocabulary()}
