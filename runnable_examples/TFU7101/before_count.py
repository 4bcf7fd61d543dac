import tensorflow as tf

step = tf.Variable(0)
for _ in range(3):
    step.count_up_to(10)

result = {"step": step.numpy()}
