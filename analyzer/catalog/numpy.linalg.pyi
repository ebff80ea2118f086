"""Linear algebra."""

class LinAlgError(builtins.ValueError):
    """A matrix that has no inverse, is not positive definite, or has the wrong shape."""

@overload
@native("numpy::linalg::norm_scalar")
@raises(ValueError)
def norm(
    x: ArrayLike, ord: None = None, axis: Axes = None, keepdims: Literal[False] = False
) -> ReducedScalar[Spread[x], x, axis]:
    """The square root of the sum of the squares."""

@overload
@raises(ValueError)
def norm(x: ArrayLike, ord: None = None, axis: Axes = None, keepdims: bool = False) -> Reduced[Spread[x], x, axis, keepdims]:
    """The square root of the sum of the squares along an axis."""

@overload
@native("numpy::linalg::norm_of_order_scalar")
@raises(ValueError)
def norm(x: ArrayLike, ord: float, axis: int, keepdims: Literal[False] = False) -> ReducedScalar[Spread[x], x, axis]:
    """The norm of the order along an axis: 1, 2, infinite, or any other number."""

@overload
@native("numpy::linalg::norm_of_order")
@raises(ValueError)
def norm(x: ArrayLike, ord: float, axis: int, keepdims: bool = False) -> Reduced[Spread[x], x, axis, keepdims]:
    """The norm of the order along an axis: 1, 2, infinite, or any other number."""

@overload
@native("numpy::linalg::norm_named")
@raises(ValueError)
def norm(x: ArrayLike, ord: str) -> MatrixScalar[x]:
    """A norm of a matrix by its name: "fro" or "nuc"."""

@overload
@native("numpy::linalg::norm_of_order_vector")
@raises(ValueError)
def norm(x: ArrayLike, ord: float) -> VectorScalar[Spread[x], x]:
    """The norm of a vector of the order: 1, 2, infinite, or any other number."""

@overload
@native("numpy::linalg::norm_of_matrix")
@raises(ValueError)
def norm(x: ArrayLike, ord: float) -> MatrixScalar[x]:
    """The norm of a matrix of the order: 1, 2, infinite, or one of them negative."""

@raises(LinAlgError, ValueError)
def inv(a: ArrayLike) -> ndarray[LinalgDType[a], SquareMatrices[a]]:
    """The inverse of each matrix."""

@overload
@native("numpy::linalg::det_scalar")
@raises(LinAlgError, ValueError)
def det(a: ArrayLike) -> Determinant[a]:
    """The determinant of a matrix."""

@overload
@raises(LinAlgError, ValueError)
def det(a: ArrayLike) -> ndarray[LinalgDType[a], Determinants[a]]:
    """The determinant of each matrix."""

@raises(LinAlgError, ValueError)
def slogdet(a: ArrayLike) -> tuple[Determinant[a], Determinant[a]]:
    """The sign of the determinant of a matrix, and the logarithm of its size."""

@raises(LinAlgError, ValueError)
def solve(a: ArrayLike, b: ArrayLike) -> ndarray[SolutionDType[a, b], Solution[a, b]]:
    """The `x` for which `a @ x` is `b`."""

@raises(LinAlgError, ValueError)
def lstsq(
    a: ArrayLike, b: ArrayLike, rcond: float | None = None
) -> tuple[
    ndarray[SolutionDType[a, b], LeastSquares[a, b]],
    ndarray[SolutionDType[a, b], AnyLength[b]],
    Scalar[int32],
    ndarray[LinalgDType[a], SingularValues[a]],
]:
    """The `x` for which `a @ x` is nearest to `b`; the residuals, the rank and the singular values of `a`."""

@raises(LinAlgError, ValueError)
def cholesky(a: ArrayLike) -> ndarray[LinalgDType[a], SquareMatrices[a]]:
    """The lower triangle of which each matrix is the product with its transpose."""

@raises(LinAlgError, ValueError)
def eigh(
    a: ArrayLike, UPLO: str = "L"
) -> tuple[ndarray[LinalgDType[a], EigenValues[a]], ndarray[LinalgDType[a], SquareMatrices[a]]]:
    """The eigenvalues of symmetric matrices, the least first, and their vectors as columns, whose signs are open."""

@raises(LinAlgError, ValueError)
def eig(
    a: ArrayLike
) -> tuple[ndarray[LinalgDType[a], EigenValues[a]], ndarray[LinalgDType[a], SquareMatrices[a]]] | tuple[ndarray[ComplexLinalgDType[a], EigenValues[a]], ndarray[ComplexLinalgDType[a], SquareMatrices[a]]]:
    """The eigenvalues of square matrices, in no order, and their vectors as columns, whose signs are open: complex ones unless all are real."""

@raises(LinAlgError, ValueError)
def eigvals(a: ArrayLike) -> ndarray[LinalgDType[a], EigenValues[a]] | ndarray[ComplexLinalgDType[a], EigenValues[a]]:
    """The eigenvalues of square matrices, in no order: complex ones unless all are real."""

@raises(LinAlgError, ValueError)
def eigvalsh(a: ArrayLike, UPLO: str = "L") -> ndarray[LinalgDType[a], EigenValues[a]]:
    """The eigenvalues of symmetric matrices, the least first."""

@overload
@native("numpy::linalg::svd_values")
@raises(LinAlgError, ValueError)
def svd(
    a: ArrayLike, full_matrices: bool = True, *, compute_uv: Literal[False]
) -> ndarray[LinalgDType[a], SingularValues[a]]:
    """The singular values, the greatest first."""

@overload
@raises(LinAlgError, ValueError)
def svd(
    a: ArrayLike, full_matrices: bool = True, compute_uv: Literal[True] = True
) -> tuple[
    ndarray[LinalgDType[a], LeftVectors[a, full_matrices]],
    ndarray[LinalgDType[a], SingularValues[a]],
    ndarray[LinalgDType[a], RightVectors[a, full_matrices]],
]:
    """The left singular vectors, the singular values, and the right ones. The signs of the vectors are open."""

@raises(LinAlgError, ValueError)
def svdvals(x: ArrayLike, /) -> ndarray[LinalgDType[x], SingularValues[x]]:
    """The singular values, the greatest first."""

@raises(LinAlgError, ValueError)
def qr(
    a: ArrayLike, mode: str = "reduced"
) -> tuple[ndarray[LinalgDType[a], Orthogonal[a, mode]], ndarray[LinalgDType[a], UpperTriangle[a, mode]]]:
    """An orthogonal matrix and an upper triangle of which each matrix is the product."""

@raises(LinAlgError, ValueError)
def pinv(a: ArrayLike, rcond: float | None = None) -> ndarray[LinalgDType[a], PseudoInverse[a]]:
    """The pseudo-inverse of each matrix."""

@raises(LinAlgError, ValueError)
def matrix_rank(A: ArrayLike, tol: float | None = None) -> RankOf[A]:
    """The number of singular values above a tolerance."""

@raises(LinAlgError, ValueError)
def cond(x: ArrayLike) -> MatrixScalar[x]:
    """The greatest singular value over the least."""

@raises(LinAlgError, ValueError)
def matrix_power(a: ArrayLike, n: int) -> ndarray[LinalgDType[a], SquareMatrices[a]]:
    """Each matrix times itself, `n` times."""
