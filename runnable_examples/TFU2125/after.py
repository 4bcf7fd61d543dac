import tensorflow as tf

layer = tf.keras.layers.Embedding(10, 4, "uniform", embeddings_constraint="non_neg")
result = {"has a constraint": layer.embeddings_constraint is not None, "masks zeros": bool(layer.mask_zero)}
