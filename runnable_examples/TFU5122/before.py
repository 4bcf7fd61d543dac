import tensorflow as tf


class Tens(tf.keras.utils.Sequence):
    def __len__(self):
        return 3

    def __getitem__(self, index):
        return 10 * index


tens = Tens()
queue = tf.keras.utils.OrderedEnqueuer(tens)
queue.start()
batches = queue.get()
result = [next(batches) for _ in range(3)]
queue.stop()
