//! Linear programmes solved exactly, each answer with its proof.
//!
//! The simplex method over whole numbers: the table stays in integers over one common denominator
//! (Edmonds), and Bland's rule keeps it from going round in circles. A bound that is not itself allowed ("more than
//! 100") is a number and a hair: the right-hand side is a pair, compared like words in a dictionary, so that
//! nothing is said about how thin a hair is. Every answer is checked by what would convince a reader: a world that
//! reaches it, and multipliers of the constraints that nothing can pass; or a direction in which it grows
//! for ever. So the search itself needs no trust.

use std::ops::{Add, Mul, Neg, Sub};

/// A number and so many hairs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Hair {
    pub number: i128,
    pub hairs: i128,
}

impl Hair {
    pub fn new(number: i128, hairs: i128) -> Self {
        Self { number, hairs }
    }
}

impl Add for Hair {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self::new(self.number + other.number, self.hairs + other.hairs)
    }
}

impl Sub for Hair {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        self + -other
    }
}

impl Neg for Hair {
    type Output = Self;
    fn neg(self) -> Self {
        Self::new(-self.number, -self.hairs)
    }
}

impl Mul<i128> for Hair {
    type Output = Self;
    fn mul(self, by: i128) -> Self {
        Self::new(self.number * by, self.hairs * by)
    }
}

/// `of · x <= most`, for variables that are never negative.
#[derive(Debug, Clone)]
pub struct Row {
    pub of: Vec<i128>,
    pub most: Hair,
}

/// How large something can become.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Most {
    Unlimited,
    /// `value / over`, and the rows that prove it, each with its multiplier over the same denominator.
    At {
        value: Hair,
        over: i128,
        by: Vec<(usize, i128)>,
    },
}

/// A table whose basis is feasible, from which any objective is solved.
#[derive(Clone)]
pub struct Programme<'a> {
    rows: &'a [Row],
    /// Number of variables; behind them stand as many slacks as rows.
    variables: usize,
    table: Vec<Vec<i128>>,
    right: Vec<Hair>,
    basis: Vec<usize>,
    over: i128,
}

impl<'a> Programme<'a> {
    /// None if no values satisfy all rows.
    pub fn new(rows: &'a [Row], variables: usize) -> Option<Self> {
        let width = variables + rows.len();
        let table = rows.iter().enumerate().map(|(at, row)| {
            // The last column is the artificial variable that makes every row feasible.
            let mut line = vec![0; width + 1];
            line[..variables].copy_from_slice(&row.of);
            line[variables + at] = 1;
            line[width] = -1;
            line
        });
        let mut it = Self {
            rows,
            variables,
            table: table.collect(),
            right: rows.iter().map(|row| row.most).collect(),
            basis: (variables..width).collect(),
            over: 1,
        };
        let worst = (0..rows.len()).min_by_key(|row| it.right[*row]);
        if let Some(worst) = worst.filter(|row| it.right[*row] < Hair::default()) {
            it.turn(worst);
            it.pivot(worst, width);
            let mut away = vec![0; width + 1];
            away[width] = -1;
            let least = it.climb(&away, width + 1).ok()?.0;
            if least != Hair::default() {
                return None;
            }
            if let Some(row) = it.basis.iter().position(|variable| *variable == width) {
                let column = (0..width).find(|column| it.table[row][*column] != 0)?;
                if it.table[row][column] < 0 {
                    it.turn(row);
                }
                it.pivot(row, column);
            }
        }
        it.table.iter_mut().for_each(|line| line.truncate(width));
        Some(it)
    }

    /// The most that `objective · x` can be.
    pub fn most(&self, objective: &[i128]) -> Most {
        let mut it = self.clone();
        let width = it.variables + it.rows.len();
        let mut gain = objective.to_vec();
        gain.resize(width, 0);
        match it.climb(&gain, width) {
            Ok((value, prices)) => {
                let by: Vec<(usize, i128)> = (0..it.rows.len())
                    .map(|row| (row, prices[it.variables + row]))
                    .filter(|(_, price)| *price != 0)
                    .collect();
                it.check_optimum(objective, value, &by);
                Most::At { value, over: it.over, by }
            }
            Err(column) => {
                it.check_ray(objective, column);
                Most::Unlimited
            }
        }
    }

    /// Multiplies a row by -1, so that the next pivot is positive.
    fn turn(&mut self, row: usize) {
        self.table[row].iter_mut().for_each(|number| *number = -*number);
        self.right[row] = -self.right[row];
    }

    fn pivot(&mut self, row: usize, column: usize) {
        let pivot = self.table[row][column];
        assert!(pivot > 0, "pivots are positive");
        let (line, right) = (self.table[row].clone(), self.right[row]);
        for other in (0..self.table.len()).filter(|other| *other != row) {
            let factor = self.table[other][column];
            if factor == 0 && pivot == self.over {
                continue;
            }
            for (number, own) in self.table[other].iter_mut().zip(&line) {
                *number = (*number * pivot - factor * own) / self.over;
            }
            let new = self.right[other] * pivot - right * factor;
            self.right[other] = Hair::new(new.number / self.over, new.hairs / self.over);
        }
        self.over = pivot;
        self.basis[row] = column;
    }

    /// Improves until nothing does. The value and the reduced costs (over `over`); or the column along
    /// which it grows for ever.
    fn climb(&mut self, gain: &[i128], width: usize) -> Result<(Hair, Vec<i128>), usize> {
        loop {
            let mut cost: Vec<i128> = (0..width).map(|column| -gain[column] * self.over).collect();
            let mut value = Hair::default();
            for (row, variable) in self.basis.iter().enumerate().filter(|(_, variable)| gain[**variable] != 0)
            {
                let gain = gain[*variable];
                cost.iter_mut().zip(&self.table[row]).for_each(|(cost, own)| *cost += gain * own);
                value = value + self.right[row] * gain;
            }
            let Some(column) = cost.iter().position(|cost| *cost < 0) else { return Ok((value, cost)) };
            let tightest = (0..self.table.len()).filter(|row| self.table[*row][column] > 0).min_by(|a, b| {
                let left = self.right[*a] * self.table[*b][column];
                let right = self.right[*b] * self.table[*a][column];
                left.cmp(&right).then(self.basis[*a].cmp(&self.basis[*b]))
            });
            match tightest {
                Some(row) => self.pivot(row, column),
                None => return Err(column),
            }
        }
    }

    /// The values of the variables, over `over`.
    fn point(&self) -> Vec<Hair> {
        let mut point = vec![Hair::default(); self.variables];
        for (row, variable) in
            self.basis.iter().enumerate().filter(|(_, variable)| **variable < self.variables)
        {
            point[*variable] = self.right[row];
        }
        point
    }

    fn check_optimum(&self, objective: &[i128], value: Hair, by: &[(usize, i128)]) {
        let point = self.point();
        let times = |of: &[i128]| of.iter().zip(&point).fold(Hair::default(), |sum, (of, x)| sum + *x * *of);
        assert!(point.iter().all(|x| *x >= Hair::default()), "no variable is negative");
        assert!(self.rows.iter().all(|row| times(&row.of) <= row.most * self.over), "every row holds");
        assert_eq!(times(objective), value, "the world reaches the value");
        assert!(by.iter().all(|(_, price)| *price > 0), "multipliers keep the direction of a row");
        for (variable, wanted) in objective.iter().enumerate().take(self.variables) {
            let sum: i128 = by.iter().map(|(row, price)| self.rows[*row].of[variable] * price).sum();
            assert!(sum >= wanted * self.over, "the rows together pass the objective");
        }
        let limit = by.iter().fold(Hair::default(), |sum, (row, price)| sum + self.rows[*row].most * *price);
        assert_eq!(limit, value, "no world passes the value");
    }

    fn check_ray(&self, objective: &[i128], column: usize) {
        let mut ray = vec![0; self.variables];
        if column < self.variables {
            ray[column] = self.over;
        }
        for (row, variable) in
            self.basis.iter().enumerate().filter(|(_, variable)| **variable < self.variables)
        {
            ray[*variable] = -self.table[row][column];
        }
        let times = |of: &[i128]| of.iter().zip(&ray).map(|(of, x)| of * x).sum::<i128>();
        assert!(ray.iter().all(|step| *step >= 0) && self.rows.iter().all(|row| times(&row.of) <= 0));
        assert!(times(objective) > 0, "it grows for ever");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(of: &[i128], most: i128) -> Row {
        Row { of: of.to_vec(), most: Hair::new(most, 0) }
    }

    fn value(most: &Most) -> (i128, i128, i128) {
        match most {
            Most::At { value, over, .. } => (value.number, value.hairs, *over),
            Most::Unlimited => panic!("unlimited"),
        }
    }

    #[test]
    fn the_textbook_case() {
        let rows = [row(&[1, 0], 4), row(&[0, 2], 12), row(&[3, 2], 18)];
        let programme = Programme::new(&rows, 2).expect("feasible");
        let (number, hairs, over) = value(&programme.most(&[3, 5]));
        assert_eq!((number, hairs), (36 * over, 0));
    }

    #[test]
    fn a_start_that_is_not_feasible_is_mended() {
        // x + y >= 5, x <= 3, so y >= 2; and x = y is possible only from 2.5 on.
        let rows = [row(&[-1, -1], -5), row(&[1, 0], 3), row(&[1, -1], 0), row(&[-1, 1], 0)];
        let programme = Programme::new(&rows, 2).expect("feasible");
        let (number, _, over) = value(&programme.most(&[0, -1]));
        assert_eq!(number * 2, -5 * over);
        let (number, _, over) = value(&programme.most(&[1, 1]));
        assert_eq!(number, 6 * over);
    }

    #[test]
    fn no_world_and_no_limit() {
        assert!(Programme::new(&[row(&[-1], -5), row(&[1], 4)], 1).is_none());
        let rows = [row(&[1, -1], 2)];
        let programme = Programme::new(&rows, 2).expect("feasible");
        assert_eq!(programme.most(&[1, 0]), Most::Unlimited);
    }

    #[test]
    fn a_hair_is_kept() {
        // More than 5 of at most 5 do not exist; of at most 6 they do, and the rest is less than 1.
        let more = Row { of: vec![-1, 0], most: Hair::new(-5, -1) };
        assert!(Programme::new(&[more.clone(), row(&[1, 1], 5)], 2).is_none());
        let rows = [more, row(&[1, 1], 6)];
        let programme = Programme::new(&rows, 2).expect("feasible");
        assert_eq!(value(&programme.most(&[0, 1])), (1, -1, 1));
    }
}
