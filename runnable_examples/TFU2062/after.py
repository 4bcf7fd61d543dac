import tensorflow as tf

layer = tf.keras.layers.StringLookup(vocabulary=["cat", "dog"], mask_token="")
result = {"indices": layer(tf.constant(["cat", "dog", "cow"])).numpy(), "vocabulary": layer.get_vocabulary()}
