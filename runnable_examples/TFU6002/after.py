import tensorflow as tf

strategy = tf.distribute.MirroredStrategy(["/cpu:0"])


def dataset_of_worker(context):
    batch = context.get_per_replica_batch_size(2)
    return tf.data.Dataset.from_tensor_slices([1.0, 2.0, 3.0, 4.0]).batch(batch)


batches = strategy.distribute_datasets_from_function(dataset_of_worker)
result = [[value.numpy() for value in strategy.experimental_local_results(batch)] for batch in batches]
