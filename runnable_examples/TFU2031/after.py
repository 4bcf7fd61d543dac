import numpy as np
from tensorflow.keras import layers as preprocessing

rescale = preprocessing.Rescaling(1.0 / 10)
normalize = preprocessing.Normalization()
normalize.adapt(np.array([[1.0], [3.0]], "float32"))

result = {
    "rescaled": np.array(rescale(np.array([[5.0]], "float32"))),
    "normalized": np.array(normalize(np.array([[3.0]], "float32"))),
}
