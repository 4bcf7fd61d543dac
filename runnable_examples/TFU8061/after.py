import tensorflow as tf


class Counter(tf.Module):
    def __init__(self):
        self.count = tf.Variable(0)


counter = Counter()
counter.count.assign(5)
path = tf.train.Checkpoint(counter=counter).save("saved")
counter.count.assign(0)
tf.train.Checkpoint(counter=counter).restore(path)
result = int(counter.count)
