import tensorflow as tf

optimizer = tf.keras.optimizers.SGD(0.5)
weight = tf.Variable(1.0)

with tf.GradientTape() as tape:
    loss = weight * weight
gradients = tape.gradient(loss, [weight])
optimizer.apply_gradients(zip(gradients, [weight]), skip_gradients_aggregation=True)

result = {"weight after one step": weight.numpy()}
