import tensorflow as tf

step = tf.Variable(0)
for _ in range(3):
    step.assign_add(1)

result = {"step": step.numpy()}
