//! Operators against the values that numpy 2.4 gives: each case is what `repr` of the result shows.

use hotforge_runtime::numpy::Index::{Ellipsis, NewAxis};
use hotforge_runtime::numpy::ndarray::{astype, element, getitem};
use hotforge_runtime::numpy::*;
use hotforge_runtime::{Fallible, Object};

fn repr(value: &impl Object) -> String {
    let mut text = String::new();
    value.repr(&mut text);
    text
}

fn int(position: i64) -> Index {
    Index::Integer(position)
}

fn ints_array(positions: &[i64]) -> Array<i64> {
    Array::from_elements(positions.to_vec())
}

fn ints(positions: &[i64]) -> Index {
    Index::Integers(ints_array(positions))
}

fn mask(mask: &Array<bool>) -> Index {
    Index::Mask(mask.clone())
}

fn slice(start: Option<i64>, stop: Option<i64>, step: Option<i64>) -> Index {
    Index::Slice { start, stop, step }
}

#[test]
fn arithmetic() -> Fallible<()> {
    let m = Array::from_vec(vec![0i64, 1, 2, 3, 4, 5], &[2, 3]);
    let f = Array::from_vec(vec![1.5_f64, -2.25, 0.0, 4.0, 5.5, -6.75], &[2, 3]);
    let g = Array::from_vec(vec![0.1_f32, 0.2, 0.3], &[3]);
    let b = Array::from_vec(vec![true, false, true], &[3]);
    let u = Array::from_vec(vec![250u8, 3, 7], &[3]);
    let s = Array::from_vec(vec![-7_i32, 7, 3, -8], &[4]);
    let d = Array::from_vec(vec![2i32, -2, 0, 3], &[4]);
    let n = Array::from_vec(vec![1.0_f64, f64::NAN, 3.0], &[3]);
    let z = Array::<f64>::from_vec(vec![], &[0, 3]);
    let h = Array::from_vec(vec![-7_i16, 300, 2], &[3]);
    let row = Array::from_vec(vec![1.0_f64, 2.0, 4.0], &[3]);
    let column = Array::from_vec(vec![1i64, 2], &[2, 1]);
    let u3 = Array::from_vec(vec![0i32, 1, 2, 3], &[4]);
    assert_eq!(repr(&add(&m, &1)?), "array([[1, 2, 3],\n       [4, 5, 6]])", "m+1");
    assert_eq!(repr(&add(&m, &1.5)?), "array([[1.5, 2.5, 3.5],\n       [4.5, 5.5, 6.5]])", "m+1.5");
    assert_eq!(repr(&add(&g, &1.5)?), "array([1.6, 1.7, 1.8], dtype=float32)", "g+1.5");
    assert_eq!(repr(&add(&u, &10)?), "array([ 4, 13, 17], dtype=uint8)", "u+10");
    assert_eq!(repr(&add(&b, &b)?), "array([ True, False,  True])", "b+b");
    assert_eq!(repr(&multiply(&b, &b)?), "array([ True, False,  True])", "b*b");
    assert_eq!(repr(&add(&b, &1)?), "array([2, 1, 2])", "b+1");
    assert_eq!(
        repr(&subtract(&f, &row)?),
        "array([[  0.5 ,  -4.25,  -4.  ],\n       [  3.  ,   3.5 , -10.75]])",
        "f-row"
    );
    assert_eq!(repr(&multiply(&column, &row)?), "array([[1., 2., 4.],\n       [2., 4., 8.]])", "column*row");
    assert_eq!(repr(&divide(&m, &2)?), "array([[0. , 0.5, 1. ],\n       [1.5, 2. , 2.5]])", "m/2");
    assert_eq!(repr(&divide(&g, &2)?), "array([0.05, 0.1 , 0.15], dtype=float32)", "g/2");
    assert_eq!(repr(&divide(&h, &g)?), "array([ -70.       , 1500.       ,    6.6666665], dtype=float32)", "h/g");
    assert_eq!(repr(&divide(&m, &0)?), "array([[nan, inf, inf],\n       [inf, inf, inf]])", "m/0");
    assert_eq!(repr(&floor_divide(&s, &d)?), "array([-4, -4,  0, -3], dtype=int32)", "s//d");
    assert_eq!(repr(&remainder(&s, &d)?), "array([ 1, -1,  0,  1], dtype=int32)", "s%d");
    assert_eq!(repr(&floor_divide(&f, &0.4)?), "array([[  3.,  -6.,   0.],\n       [  9.,  13., -17.]])", "f//0.4");
    assert_eq!(
        repr(&remainder(&f, &-0.4)?),
        "array([[-1.00000000e-01, -2.50000000e-01, -0.00000000e+00],\n       [-2.22044605e-16, -1.00000000e-01, -3.50000000e-01]])",
        "f%-0.4"
    );
    assert_eq!(repr(&floor_divide(&f, &0.0)?), "array([[ inf, -inf,  nan],\n       [ inf,  inf, -inf]])", "f//0.0");
    assert_eq!(repr(&power(&m, &2)?), "array([[ 0,  1,  4],\n       [ 9, 16, 25]])", "m**2");
    assert_eq!(
        repr(&power(&f, &2)?),
        "array([[ 2.25  ,  5.0625,  0.    ],\n       [16.    , 30.25  , 45.5625]])",
        "f**2"
    );
    assert_eq!(repr(&power(&s, &u3)?), "array([   1,    7,    9, -512], dtype=int32)", "s**u3");
    assert_eq!(repr(&negative(&m)), "array([[ 0, -1, -2],\n       [-3, -4, -5]])", "-m");
    assert_eq!(repr(&absolute(&s)), "array([7, 7, 3, 8], dtype=int32)", "abs(s)");
    assert_eq!(repr(&sign(&f)), "array([[ 1., -1.,  0.],\n       [ 1.,  1., -1.]])", "np.sign(f)");
    assert_eq!(repr(&invert(&b)), "array([False,  True, False])", "~b");
    assert_eq!(repr(&invert(&u)), "array([  5, 252, 248], dtype=uint8)", "~u");
    assert_eq!(repr(&bitwise_and(&u, &6)?), "array([2, 2, 6], dtype=uint8)", "u&6");
    assert_eq!(repr(&bitwise_or(&b, &true)?), "array([ True,  True,  True])", "b|True");
    assert_eq!(repr(&bitwise_xor(&m, &5)?), "array([[5, 4, 7],\n       [6, 1, 0]])", "m^5");
    assert_eq!(repr(&add(&Scalar(1.5f32), &2)?), "np.float32(3.5)", "np.float32(1.5)+2");
    assert_eq!(repr(&divide(&Scalar(3i8), &Scalar(2i8))?), "np.float64(1.5)", "np.int8(3)/np.int8(2)");
    assert_eq!(repr(&maximum(&n, &2)?), "array([ 2., nan,  3.])", "np.maximum(n,2)");
    assert_eq!(
        repr(&minimum(&f, &row)?),
        "array([[ 1.  , -2.25,  0.  ],\n       [ 1.  ,  2.  , -6.75]])",
        "np.minimum(f,row)"
    );
    assert_eq!(repr(&ndarray::rsub(&m, &10)?), "array([[10,  9,  8],\n       [ 7,  6,  5]])", "10-m");
    assert_eq!(repr(&ndarray::rtruediv(&g, &1)?), "array([10.       ,  5.       ,  3.3333333], dtype=float32)", "1/g");
    assert_eq!(repr(&ndarray::rpow(&m, &2)?), "array([[ 1,  2,  4],\n       [ 8, 16, 32]])", "2**m");
    assert_eq!(repr(&add(&h, &u)?), "array([243, 303,   9], dtype=int16)", "h+u");
    assert_eq!(repr(&add(&z, &1)?), "array([], shape=(0, 3), dtype=float64)", "z+1");
    Ok(())
}

#[test]
fn comparison() -> Fallible<()> {
    let m = Array::from_vec(vec![0i64, 1, 2, 3, 4, 5], &[2, 3]);
    let f = Array::from_vec(vec![1.5_f64, -2.25, 0.0, 4.0, 5.5, -6.75], &[2, 3]);
    let g = Array::from_vec(vec![0.1_f32, 0.2, 0.3], &[3]);
    let b = Array::from_vec(vec![true, false, true], &[3]);
    let u = Array::from_vec(vec![250u8, 3, 7], &[3]);
    let n = Array::from_vec(vec![1.0_f64, f64::NAN, 3.0], &[3]);
    let row = Array::from_vec(vec![1.0_f64, 2.0, 4.0], &[3]);
    assert_eq!(repr(&less(&m, &3)?), "array([[ True,  True,  True],\n       [False, False, False]])", "m<3");
    assert_eq!(repr(&equal(&f, &row)?), "array([[False, False, False],\n       [False, False, False]])", "f==row");
    assert_eq!(repr(&greater(&u, &300)?), "array([False, False, False])", "u>300");
    assert_eq!(repr(&greater_equal(&u, &-1)?), "array([ True,  True,  True])", "u>=-1");
    assert_eq!(repr(&not_equal(&n, &n)?), "array([False,  True, False])", "n!=n");
    assert_eq!(repr(&less_equal(&m, &2.5)?), "array([[ True,  True,  True],\n       [False, False, False]])", "m<=2.5");
    assert_eq!(
        repr(&logical_and(&m, &b)?),
        "array([[False, False,  True],\n       [ True, False,  True]])",
        "np.logical_and(m,b)"
    );
    assert_eq!(
        repr(&logical_not(&f)),
        "array([[False, False,  True],\n       [False, False, False]])",
        "np.logical_not(f)"
    );
    assert_eq!(repr(&isnan(&n)), "array([False,  True, False])", "np.isnan(n)");
    assert_eq!(repr(&isfinite(&n)), "array([ True, False,  True])", "np.isfinite(n)");
    assert_eq!(
        repr(&isclose(&f, &f, 1e-5, 1e-8, false)?),
        "array([[ True,  True,  True],\n       [ True,  True,  True]])",
        "np.isclose(f,f)"
    );
    assert_eq!(repr(&r#where(&b, &g, &0.0)?), "array([0.1, 0. , 0.3], dtype=float32)", "np.where(b,g,0.0)");
    assert_eq!(
        repr(&r#where(&less(&m, &3)?, &m, &-1)?),
        "array([[ 0,  1,  2],\n       [-1, -1, -1]])",
        "np.where(m<3,m,-1)"
    );
    assert_eq!(repr(&clip(&m, &1, &4)?), "array([[1, 1, 2],\n       [3, 4, 4]])", "np.clip(m,1,4)");
    assert_eq!(repr(&clip(&u, &-1, &300)?), "array([250,   3,   7], dtype=uint8)", "np.clip(u,-1,300)");
    assert_eq!(repr(&clip(&f, &0, &2)?), "array([[1.5, 0. , 0. ],\n       [2. , 2. , 0. ]])", "np.clip(f,0,2)");
    Ok(())
}

#[test]
fn functions() -> Fallible<()> {
    let m = Array::from_vec(vec![0i64, 1, 2, 3, 4, 5], &[2, 3]);
    let f = Array::from_vec(vec![1.5_f64, -2.25, 0.0, 4.0, 5.5, -6.75], &[2, 3]);
    let s = Array::from_vec(vec![-7_i32, 7, 3, -8], &[4]);
    let h = Array::from_vec(vec![-7_i16, 300, 2], &[3]);
    let row = Array::from_vec(vec![1.0_f64, 2.0, 4.0], &[3]);
    assert_eq!(repr(&exp(&row)), "array([ 2.71828183,  7.3890561 , 54.59815003])", "np.exp(row)");
    assert_eq!(
        repr(&sqrt(&m)),
        "array([[0.        , 1.        , 1.41421356],\n       [1.73205081, 2.        , 2.23606798]])",
        "np.sqrt(m)"
    );
    assert_eq!(repr(&log1p(&row)), "array([0.69314718, 1.09861229, 1.60943791])", "np.log1p(row)");
    assert_eq!(
        repr(&tanh(&f)),
        "array([[ 0.90514825, -0.97802611,  0.        ],\n       [ 0.9993293 ,  0.9999666 , -0.99999726]])",
        "np.tanh(f)"
    );
    assert_eq!(repr(&square(&s)), "array([49, 49,  9, 64], dtype=int32)", "np.square(s)");
    assert_eq!(repr(&floor(&f)), "array([[ 1., -3.,  0.],\n       [ 4.,  5., -7.]])", "np.floor(f)");
    assert_eq!(repr(&ceil(&f)), "array([[ 2., -2.,  0.],\n       [ 4.,  6., -6.]])", "np.ceil(f)");
    assert_eq!(repr(&round(&f, 1)), "array([[ 1.5, -2.2,  0. ],\n       [ 4. ,  5.5, -6.8]])", "np.round(f,1)");
    assert_eq!(repr(&round(&s, -1)), "array([-10,  10,   0, -10], dtype=int32)", "np.round(s,-1)");
    assert_eq!(repr(&sqrt(&2.0)), "np.float64(1.4142135623730951)", "np.sqrt(2.0)");
    assert_eq!(repr(&sqrt(&h)), "array([       nan, 17.320509 ,  1.4142135], dtype=float32)", "np.sqrt(h)");
    Ok(())
}

#[test]
fn indexing() -> Fallible<()> {
    let m = Array::from_vec(vec![0i64, 1, 2, 3, 4, 5], &[2, 3]);
    let b = Array::from_vec(vec![true, false, true], &[3]);
    let c = Array::from_vec(
        vec![0i64, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23],
        &[2, 3, 4],
    );
    assert_eq!(
        repr(&getitem(&c, &[slice(None, None, None), int(0)])?),
        "array([[ 0,  1,  2,  3],\n       [12, 13, 14, 15]])",
        "c[:,0]"
    );
    assert_eq!(
        repr(&getitem(&c, &[int(1)])?),
        "array([[12, 13, 14, 15],\n       [16, 17, 18, 19],\n       [20, 21, 22, 23]])",
        "c[1]"
    );
    assert_eq!(repr(&getitem(&c, &[Ellipsis, int(-1)])?), "array([[ 3,  7, 11],\n       [15, 19, 23]])", "c[...,-1]");
    assert_eq!(
        repr(&getitem(&c, &[NewAxis, int(0), Ellipsis, NewAxis])?),
        "array([[[[ 0],\n         [ 1],\n         [ 2],\n         [ 3]],\n\n        [[ 4],\n         [ 5],\n         [ 6],\n         [ 7]],\n\n        [[ 8],\n         [ 9],\n         [10],\n         [11]]]])",
        "c[None,0,...,None]"
    );
    assert_eq!(
        repr(&getitem(&m, &[slice(None, None, Some(-1)), slice(Some(-1), None, Some(-2))])?),
        "array([[5, 3],\n       [2, 0]])",
        "m[::-1,-1::-2]"
    );
    assert_eq!(repr(&getitem(&m, &[slice(Some(5), None, None)])?), "array([], shape=(0, 3), dtype=int64)", "m[5:]");
    assert_eq!(
        repr(&getitem(&m, &[slice(None, None, None), slice(Some(-100), Some(100), Some(2))])?),
        "array([[0, 2],\n       [3, 5]])",
        "m[:,-100:100:2]"
    );
    assert_eq!(
        repr(&getitem(&m, &[ints(&[1, 0, -1])])?),
        "array([[3, 4, 5],\n       [0, 1, 2],\n       [3, 4, 5]])",
        "m[[1,0,-1]]"
    );
    assert_eq!(repr(&getitem(&m, &[mask(&less(&m, &3)?)])?), "array([0, 1, 2])", "m[m<3]");
    assert_eq!(
        repr(&getitem(&c, &[slice(None, None, None), mask(&b)])?),
        "array([[[ 0,  1,  2,  3],\n        [ 8,  9, 10, 11]],\n\n       [[12, 13, 14, 15],\n        [20, 21, 22, 23]]])",
        "c[:,b]"
    );
    assert_eq!(
        repr(&getitem(&c, &[ints(&[0, 1]), slice(None, None, None), ints(&[2, 3])])?),
        "array([[ 2,  6, 10],\n       [15, 19, 23]])",
        "c[[0,1],:,[2,3]]"
    );
    assert_eq!(
        repr(&getitem(&c, &[slice(None, None, None), ints(&[0, 2]), ints(&[1, 3])])?),
        "array([[ 1, 11],\n       [13, 23]])",
        "c[:,[0,2],[1,3]]"
    );
    assert_eq!(
        repr(&getitem(&c, &[int(1), slice(None, None, None), ints(&[0, 0])])?),
        "array([[12, 16, 20],\n       [12, 16, 20]])",
        "c[1,:,[0,0]]"
    );
    assert_eq!(
        repr(&getitem(&c, &[int(1), ints(&[2, 0])])?),
        "array([[20, 21, 22, 23],\n       [12, 13, 14, 15]])",
        "c[1,[2,0]]"
    );
    assert_eq!(repr(&element(&c, &[int(1), int(-1), int(2)])?), "np.int64(22)", "c[1,-1,2]");
    assert_eq!(
        repr(&take(&m, &ints_array(&[2, 0]), Some(1))?),
        "array([[2, 0],\n       [5, 3]])",
        "np.take(m,[2,0],axis=1)"
    );
    assert_eq!(repr(&take(&m, &ints_array(&[5, 0]), None)?), "array([5, 0])", "np.take(m,[5,0])");
    Ok(())
}

#[test]
fn reductions() -> Fallible<()> {
    let permuted = transpose(&Array::from_vec((0..24i64).collect(), &[2, 3, 4]), &(2, 0, 1))?;
    let m = Array::from_vec(vec![0i64, 1, 2, 3, 4, 5], &[2, 3]);
    let f = Array::from_vec(vec![1.5_f64, -2.25, 0.0, 4.0, 5.5, -6.75], &[2, 3]);
    let g = Array::from_vec(vec![0.1_f32, 0.2, 0.3], &[3]);
    let b = Array::from_vec(vec![true, false, true], &[3]);
    let u = Array::from_vec(vec![250u8, 3, 7], &[3]);
    let c = Array::from_vec(
        vec![0i64, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23],
        &[2, 3, 4],
    );
    let n = Array::from_vec(vec![1.0_f64, f64::NAN, 3.0], &[3]);
    let z = Array::<f64>::from_vec(vec![], &[0, 3]);
    assert_eq!(repr(&sum_scalar(&f, &(), false)?), "np.float64(2.0)", "f.sum()");
    assert_eq!(repr(&sum(&f, &0, false)?), "array([ 5.5 ,  3.25, -6.75])", "f.sum(axis=0)");
    assert_eq!(repr(&sum(&f, &-1, true)?), "array([[-0.75],\n       [ 2.75]])", "f.sum(axis=-1,keepdims=True)");
    assert_eq!(repr(&sum(&c, &(0, 2), false)?), "array([ 60,  92, 124])", "c.sum(axis=(0,2))");
    assert_eq!(repr(&mean_scalar(&f, &(), false)?), "np.float64(0.3333333333333333)", "f.mean()");
    assert_eq!(repr(&mean(&f, &0, false)?), "array([ 2.75 ,  1.625, -3.375])", "f.mean(axis=0)");
    assert_eq!(
        repr(&mean(&f, &-1, true)?),
        "array([[-0.25      ],\n       [ 0.91666667]])",
        "f.mean(axis=-1,keepdims=True)"
    );
    assert_eq!(repr(&mean(&c, &(0, 2), false)?), "array([ 7.5, 11.5, 15.5])", "c.mean(axis=(0,2))");
    assert_eq!(repr(&max_scalar(&f, &(), false)?), "np.float64(5.5)", "f.max()");
    assert_eq!(repr(&max(&f, &0, false)?), "array([4. , 5.5, 0. ])", "f.max(axis=0)");
    assert_eq!(repr(&max(&f, &-1, true)?), "array([[1.5],\n       [5.5]])", "f.max(axis=-1,keepdims=True)");
    assert_eq!(repr(&max(&c, &(0, 2), false)?), "array([15, 19, 23])", "c.max(axis=(0,2))");
    assert_eq!(repr(&min_scalar(&f, &(), false)?), "np.float64(-6.75)", "f.min()");
    assert_eq!(repr(&min(&f, &0, false)?), "array([ 1.5 , -2.25, -6.75])", "f.min(axis=0)");
    assert_eq!(repr(&min(&f, &-1, true)?), "array([[-2.25],\n       [-6.75]])", "f.min(axis=-1,keepdims=True)");
    assert_eq!(repr(&min(&c, &(0, 2), false)?), "array([0, 4, 8])", "c.min(axis=(0,2))");
    assert_eq!(repr(&prod_scalar(&f, &(), false)?), "np.float64(0.0)", "f.prod()");
    assert_eq!(repr(&prod(&f, &0, false)?), "array([  6.   , -12.375,  -0.   ])", "f.prod(axis=0)");
    assert_eq!(repr(&prod(&f, &-1, true)?), "array([[  -0. ],\n       [-148.5]])", "f.prod(axis=-1,keepdims=True)");
    assert_eq!(repr(&prod(&c, &(0, 2), false)?), "array([         0,   78140160, 1683158400])", "c.prod(axis=(0,2))");
    assert_eq!(repr(&sum_scalar(&b, &(), false)?), "np.int64(2)", "b.sum()");
    assert_eq!(repr(&sum_scalar(&u, &(), false)?), "np.uint64(260)", "u.sum()");
    assert_eq!(repr(&mean_scalar(&g, &(), false)?), "np.float32(0.2)", "g.mean()");
    assert_eq!(repr(&max_scalar(&n, &(), false)?), "np.float64(nan)", "n.max()");
    assert_eq!(repr(&argmax_scalar(&n, &(), false)?), "np.int64(1)", "n.argmax()");
    assert_eq!(repr(&argmin(&f, &1, false)?), "array([1, 2])", "f.argmin(axis=1)");
    assert_eq!(repr(&argmax(&f, &0, true)?), "array([[1, 1, 0]])", "f.argmax(axis=0,keepdims=True)");
    assert_eq!(repr(&std_scalar(&f, &(), 0, false)?), "np.float64(4.050891534245545)", "f.std()");
    assert_eq!(repr(&var(&f, &0, 1, false)?), "array([ 3.125  , 30.03125, 22.78125])", "f.var(axis=0,ddof=1)");
    assert_eq!(repr(&any(&m, &0, false)?), "array([ True,  True,  True])", "m.any(axis=0)");
    assert_eq!(repr(&all_scalar(&m, &(), false)?), "np.False_", "m.all()");
    assert_eq!(repr(&sum(&z, &0, false)?), "array([0., 0., 0.])", "z.sum(axis=0)");
    assert_eq!(repr(&mean(&z, &1, false)?), "array([], dtype=float64)", "z.mean(axis=1)");
    assert_eq!(repr(&count_nonzero_scalar(&m, &(), false)?), "np.int64(5)", "np.int64(np.count_nonzero(m))");
    assert_eq!(repr(&cumsum_flat(&m, ())?), "array([ 0,  1,  3,  6, 10, 15])", "np.cumsum(m)");
    assert_eq!(
        repr(&cumsum(&f, 0)?),
        "array([[ 1.5 , -2.25,  0.  ],\n       [ 5.5 ,  3.25, -6.75]])",
        "np.cumsum(f,axis=0)"
    );
    assert_eq!(
        repr(&sum(&permuted, &1, false)?),
        "array([[12, 20, 28],\n       [14, 22, 30],\n       [16, 24, 32],\n       [18, 26, 34]])",
        "c.transpose(2,0,1).sum(axis=1)"
    );
    Ok(())
}

#[test]
fn shapes() -> Fallible<()> {
    let m = Array::from_vec(vec![0i64, 1, 2, 3, 4, 5], &[2, 3]);
    let f = Array::from_vec(vec![1.5_f64, -2.25, 0.0, 4.0, 5.5, -6.75], &[2, 3]);
    let c = Array::from_vec(
        vec![0i64, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23],
        &[2, 3, 4],
    );
    let n = Array::from_vec(vec![1.0_f64, f64::NAN, 3.0], &[3]);
    let row = Array::from_vec(vec![1.0_f64, 2.0, 4.0], &[3]);
    let column = Array::from_vec(vec![1i64, 2], &[2, 1]);
    assert_eq!(repr(&reshape(&m, &(3, -1))?), "array([[0, 1],\n       [2, 3],\n       [4, 5]])", "m.reshape(3,-1)");
    assert_eq!(repr(&reshape(&ndarray::t(&m), &6)?), "array([0, 3, 1, 4, 2, 5])", "m.T.reshape(6)");
    assert_eq!(
        repr(&transpose(&c, &(1, 0, 2))?),
        "array([[[ 0,  1,  2,  3],\n        [12, 13, 14, 15]],\n\n       [[ 4,  5,  6,  7],\n        [16, 17, 18, 19]],\n\n       [[ 8,  9, 10, 11],\n        [20, 21, 22, 23]]])",
        "c.transpose(1,0,2)"
    );
    assert_eq!(repr(&ravel(&ndarray::t(&m))?), "array([0, 3, 1, 4, 2, 5])", "m.T.ravel()");
    assert_eq!(
        repr(&expand_dims(&m, &-1)?),
        "array([[[0],\n        [1],\n        [2]],\n\n       [[3],\n        [4],\n        [5]]])",
        "np.expand_dims(m,-1)"
    );
    assert_eq!(repr(&squeeze(&column, &1)?), "array([1, 2])", "column.squeeze(1)");
    assert_eq!(
        repr(&swapaxes(&c, 0, 2)?),
        "array([[[ 0, 12],\n        [ 4, 16],\n        [ 8, 20]],\n\n       [[ 1, 13],\n        [ 5, 17],\n        [ 9, 21]],\n\n       [[ 2, 14],\n        [ 6, 18],\n        [10, 22]],\n\n       [[ 3, 15],\n        [ 7, 19],\n        [11, 23]]])",
        "c.swapaxes(0,2)"
    );
    assert_eq!(
        repr(&concatenate(&(m.clone(), m.clone()), 1)?),
        "array([[0, 1, 2, 0, 1, 2],\n       [3, 4, 5, 3, 4, 5]])",
        "np.concatenate((m,m),1)"
    );
    assert_eq!(
        repr(&concatenate(&(c.clone(), c.clone()), 0)?),
        "array([[[ 0,  1,  2,  3],\n        [ 4,  5,  6,  7],\n        [ 8,  9, 10, 11]],\n\n       [[12, 13, 14, 15],\n        [16, 17, 18, 19],\n        [20, 21, 22, 23]],\n\n       [[ 0,  1,  2,  3],\n        [ 4,  5,  6,  7],\n        [ 8,  9, 10, 11]],\n\n       [[12, 13, 14, 15],\n        [16, 17, 18, 19],\n        [20, 21, 22, 23]]])",
        "np.concatenate((c,c))"
    );
    assert_eq!(
        repr(&stack(&(row.clone(), row.clone()), -1)?),
        "array([[1., 1.],\n       [2., 2.],\n       [4., 4.]])",
        "np.stack((row,row),-1)"
    );
    assert_eq!(
        repr(&vstack(&(row.clone(), row.clone()))?),
        "array([[1., 2., 4.],\n       [1., 2., 4.]])",
        "np.vstack((row,row))"
    );
    assert_eq!(
        repr(&hstack(&(m.clone(), m.clone()))?),
        "array([[0, 1, 2, 0, 1, 2],\n       [3, 4, 5, 3, 4, 5]])",
        "np.hstack((m,m))"
    );
    assert_eq!(
        repr(&repeat(&m, 2, Some(0))?),
        "array([[0, 1, 2],\n       [0, 1, 2],\n       [3, 4, 5],\n       [3, 4, 5]])",
        "np.repeat(m,2,axis=0)"
    );
    assert_eq!(repr(&repeat(&row, 2, None)?), "array([1., 1., 2., 2., 4., 4.])", "np.repeat(row,2)");
    assert_eq!(
        repr(&tile(&row, &(2, 2))?),
        "array([[1., 2., 4., 1., 2., 4.],\n       [1., 2., 4., 1., 2., 4.]])",
        "np.tile(row,(2,2))"
    );
    assert_eq!(repr(&sort(&f, -1)?), "array([[-2.25,  0.  ,  1.5 ],\n       [-6.75,  4.  ,  5.5 ]])", "np.sort(f)");
    assert_eq!(repr(&sort(&n, 0)?), "array([ 1.,  3., nan])", "np.sort(n)");
    assert_eq!(repr(&argsort(&f, 0)?), "array([[0, 0, 1],\n       [1, 1, 0]])", "np.argsort(f,axis=0)");
    assert_eq!(repr(&unique(&reshape(&m, &6)?)?), "array([0, 1, 2, 3, 4, 5])", "np.unique(m)");
    assert_eq!(repr(&flatnonzero(&m)?), "array([1, 2, 3, 4, 5])", "np.flatnonzero(m)");
    assert_eq!(
        repr(&outer(&row, &row)?),
        "array([[ 1.,  2.,  4.],\n       [ 2.,  4.,  8.],\n       [ 4.,  8., 16.]])",
        "np.outer(row,row)"
    );
    assert_eq!(repr(&matmul(&m, &ndarray::t(&m))?), "array([[ 5, 14],\n       [14, 50]])", "m@m.T");
    assert_eq!(repr(&matmul(&f, &row)?), "array([ -3., -12.])", "f@row");
    assert_eq!(repr(&matmul(&row, &ndarray::t(&f))?), "array([ -3., -12.])", "row@f.T");
    assert_eq!(repr(&matmul_scalar(&row, &row)?), "np.float64(21.0)", "row@row");
    assert_eq!(
        repr(&matmul(&c, &swapaxes(&c, 1, 2)?)?),
        "array([[[  14,   38,   62],\n        [  38,  126,  214],\n        [  62,  214,  366]],\n\n       [[ 734,  950, 1166],\n        [ 950, 1230, 1510],\n        [1166, 1510, 1854]]])",
        "c@c.swapaxes(1,2)"
    );
    // Numbers whose products and sums are exact, in whatever order they are added.
    let h = Array::from_vec(vec![0.25_f32, 0.5, 0.75], &[3]);
    assert_eq!(repr(&matmul(&h, &reshape(&h, &(3, 1))?)?), "array([0.875], dtype=float32)", "h@h.reshape(3,1)");
    assert_eq!(
        repr(&linalg::norm(&f, (), &1, true)?),
        "array([[2.70416346],\n       [9.58188395]])",
        "np.linalg.norm(f,axis=1,keepdims=True)"
    );
    assert_eq!(repr(&linalg::norm_scalar(&f, (), &(), false)?), "np.float64(9.956153875869939)", "np.linalg.norm(f)");
    assert_eq!(
        repr(&linalg::norm_of_order(&f, 1.0, 0, false)?),
        "array([5.5 , 7.75, 6.75])",
        "np.linalg.norm(f,1,axis=0)"
    );
    assert_eq!(
        repr(&linalg::norm_of_order(&f, f64::INFINITY, 0, false)?),
        "array([4.  , 5.5 , 6.75])",
        "np.linalg.norm(f,np.inf,axis=0)"
    );
    Ok(())
}

#[test]
fn creation() -> Fallible<()> {
    let m = Array::from_vec(vec![0i64, 1, 2, 3, 4, 5], &[2, 3]);
    let f = Array::from_vec(vec![1.5_f64, -2.25, 0.0, 4.0, 5.5, -6.75], &[2, 3]);
    assert_eq!(
        repr(&zeros(&(2, 2), DType::<f32>::new())?),
        "array([[0., 0.],\n       [0., 0.]], dtype=float32)",
        "np.zeros((2,2),np.float32)"
    );
    assert_eq!(repr(&ones(&3, DType::<bool>::new())?), "array([ True,  True,  True])", "np.ones(3,bool)");
    assert_eq!(repr(&full(&(2, 2), &7)?), "array([[7, 7],\n       [7, 7]])", "np.full((2,2),7)");
    assert_eq!(repr(&arange(0.0, Some(1.0), 0.25)?), "array([0.  , 0.25, 0.5 , 0.75])", "np.arange(0,1.0,0.25)");
    assert_eq!(repr(&arange_int(5, None, 1)?), "array([0, 1, 2, 3, 4])", "np.arange(5)");
    assert_eq!(repr(&arange_int(5, Some(-1), -2)?), "array([5, 3, 1])", "np.arange(5,-1,-2)");
    assert_eq!(repr(&linspace(0.0, 1.0, 5, true)?), "array([0.  , 0.25, 0.5 , 0.75, 1.  ])", "np.linspace(0,1,5)");
    assert_eq!(
        repr(&linspace(0.0, 1.0, 3, false)?),
        "array([0.        , 0.33333333, 0.66666667])",
        "np.linspace(0,1,3,endpoint=False)"
    );
    assert_eq!(
        repr(&eye(2, Some(3), 1, DType::<f64>::new())?),
        "array([[0., 1., 0.],\n       [0., 0., 1.]])",
        "np.eye(2,3,k=1)"
    );
    assert_eq!(repr(&zeros_like(&m)?), "array([[0, 0, 0],\n       [0, 0, 0]])", "np.zeros_like(m)");
    assert_eq!(
        repr(&array_as(&(1, 2, 3), DType::<f32>::new())?),
        "array([1., 2., 3.], dtype=float32)",
        "np.array((1,2,3),np.float32)"
    );
    assert_eq!(
        repr(&array(&((1.5, 2.0), (3.0, 4.0)))?),
        "array([[1.5, 2. ],\n       [3. , 4. ]])",
        "np.array(((1.5,2.0),(3.0,4.0)))"
    );
    assert_eq!(
        repr(&ndarray::astype(&f, DType::<i8>::new())),
        "array([[ 1, -2,  0],\n       [ 4,  5, -6]], dtype=int8)",
        "f.astype(np.int8)"
    );
    assert_eq!(
        repr(&ndarray::astype(&f, DType::<bool>::new())),
        "array([[ True,  True, False],\n       [ True,  True,  True]])",
        "f.astype(bool)"
    );
    assert_eq!(repr(&float32::new(&0.1)?), "np.float32(0.1)", "np.float32(0.1)");
    assert_eq!(repr(&ndarray::tolist_2(&m)?), "[[0, 1, 2], [3, 4, 5]]", "m.tolist()");
    Ok(())
}

#[test]
fn text() -> Fallible<()> {
    let g = Array::from_vec(vec![0.1_f32, 0.2, 0.3], &[3]);
    let n = Array::from_vec(vec![1.0_f64, f64::NAN, 3.0], &[3]);
    let row = Array::from_vec(vec![1.0_f64, 2.0, 4.0], &[3]);
    assert_eq!(
        repr(&getitem(&arange_int(1001, None, 1)?, &[0; 0])?),
        "array([   0,    1,    2, ...,  998,  999, 1000], shape=(1001,))",
        "np.arange(1001)"
    );
    assert_eq!(
        repr(&reshape(&arange(0.0, Some(1200.0), 1.0)?, &(40, 30))?),
        "array([[0.000e+00, 1.000e+00, 2.000e+00, ..., 2.700e+01, 2.800e+01,\n        2.900e+01],\n       [3.000e+01, 3.100e+01, 3.200e+01, ..., 5.700e+01, 5.800e+01,\n        5.900e+01],\n       [6.000e+01, 6.100e+01, 6.200e+01, ..., 8.700e+01, 8.800e+01,\n        8.900e+01],\n       ...,\n       [1.110e+03, 1.111e+03, 1.112e+03, ..., 1.137e+03, 1.138e+03,\n        1.139e+03],\n       [1.140e+03, 1.141e+03, 1.142e+03, ..., 1.167e+03, 1.168e+03,\n        1.169e+03],\n       [1.170e+03, 1.171e+03, 1.172e+03, ..., 1.197e+03, 1.198e+03,\n        1.199e+03]], shape=(40, 30))",
        "np.arange(1200.).reshape(40,30)"
    );
    assert_eq!(
        repr(&divide(&arange_int(30, None, 1)?, &7)?),
        "array([0.        , 0.14285714, 0.28571429, 0.42857143, 0.57142857,\n       0.71428571, 0.85714286, 1.        , 1.14285714, 1.28571429,\n       1.42857143, 1.57142857, 1.71428571, 1.85714286, 2.        ,\n       2.14285714, 2.28571429, 2.42857143, 2.57142857, 2.71428571,\n       2.85714286, 3.        , 3.14285714, 3.28571429, 3.42857143,\n       3.57142857, 3.71428571, 3.85714286, 4.        , 4.14285714])",
        "np.arange(30)/7"
    );
    assert_eq!(repr(&multiply(&row, &1e-7)?), "array([1.e-07, 2.e-07, 4.e-07])", "row*1e-7");
    assert_eq!(repr(&multiply(&g, &1e9)?), "array([1.e+08, 2.e+08, 3.e+08], dtype=float32)", "g*1e9");
    assert_eq!(
        repr(&zeros(&(0, 3), DType::<f64>::new())?),
        "array([], shape=(0, 3), dtype=float64)",
        "np.zeros((0,3))"
    );
    assert_eq!(
        repr(&zeros(&(2, 2, 2), DType::<f32>::new())?),
        "array([[[0., 0.],\n        [0., 0.]],\n\n       [[0., 0.],\n        [0., 0.]]], dtype=float32)",
        "np.zeros((2,2,2),np.float32)"
    );
    assert_eq!(repr(&divide(&n, &0)?), "array([inf, nan, inf])", "n/0");
    assert_eq!(repr(&Scalar(1e6f32)), "np.float32(1e+06)", "np.float32(1e6)");
    assert_eq!(repr(&Scalar(0.1f32)), "np.float32(0.1)", "np.float32(0.1)");
    assert_eq!(repr(&Scalar(1e16f64)), "np.float64(1e+16)", "np.float64(1e16)");
    assert_eq!(repr(&Scalar(true)), "np.True_", "np.True_");
    assert_eq!(repr(&Scalar(u64::MAX)), "np.uint64(18446744073709551615)", "np.uint64(2**64-1)");
    assert_eq!(
        repr(&divide(&arange_int(1, Some(9), 1)?, &Scalar(3f32))?),
        "array([0.33333333, 0.66666667, 1.        , 1.33333333, 1.66666667,\n       2.        , 2.33333333, 2.66666667])",
        "np.arange(1,9)/np.float32(3)"
    );
    assert_eq!(
        repr(&astype(&divide(&arange_int(40, None, 1)?, &3)?, DType::<f32>::new())),
        "array([ 0.        ,  0.33333334,  0.6666667 ,  1.        ,  1.3333334 ,\n        1.6666666 ,  2.        ,  2.3333333 ,  2.6666667 ,  3.        ,\n        3.3333333 ,  3.6666667 ,  4.        ,  4.3333335 ,  4.6666665 ,\n        5.        ,  5.3333335 ,  5.6666665 ,  6.        ,  6.3333335 ,\n        6.6666665 ,  7.        ,  7.3333335 ,  7.6666665 ,  8.        ,\n        8.333333  ,  8.666667  ,  9.        ,  9.333333  ,  9.666667  ,\n       10.        , 10.333333  , 10.666667  , 11.        , 11.333333  ,\n       11.666667  , 12.        , 12.333333  , 12.666667  , 13.        ],\n      dtype=float32)",
        "(np.arange(40)/3).astype(np.float32)"
    );
    assert_eq!(
        repr(&arange_int(100, None, 1)?),
        "array([ 0,  1,  2,  3,  4,  5,  6,  7,  8,  9, 10, 11, 12, 13, 14, 15, 16,\n       17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33,\n       34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50,\n       51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63, 64, 65, 66, 67,\n       68, 69, 70, 71, 72, 73, 74, 75, 76, 77, 78, 79, 80, 81, 82, 83, 84,\n       85, 86, 87, 88, 89, 90, 91, 92, 93, 94, 95, 96, 97, 98, 99])",
        "np.arange(100)"
    );
    assert_eq!(repr(&divide(&multiply(&row, &row)?, &1000.0)?), "array([0.001, 0.004, 0.016])", "row*row/1000.0");
    assert_eq!(repr(&add(&row, &123456.789)?), "array([123457.789, 123458.789, 123460.789])", "row+123456.789");
    Ok(())
}
