//! The card of one conversation.

use raakvlak::boundary::HousePlanDocument;
use raakvlak::houses::House;

use crate::card::{Card, Place};

impl Card {
    /// All three plots as a plan has them: which houses are told, which is next, and which
    /// are kept back (handbook, App. 3).
    ///
    /// ```
    /// use raakvlak::boundary::Sector;
    /// use raakvlak::{Case, Rules, Texts, houses};
    /// use raakvlak_draw::Card;
    ///
    /// let case = Case::builder(Sector::YouthCare).state("problems.persist", false).build()?;
    /// let plan = houses::plan(&case, &Rules::builtin(), &Texts::en());
    /// let svg = Card::plan(&plan).draw(&Texts::en());
    /// assert!(svg.contains("Green") && !svg.contains("Red"));
    /// # Ok::<(), raakvlak::Error>(())
    /// ```
    pub fn plan(plan: &HousePlanDocument) -> Card {
        Card::of(&House::ALL.map(|house| (house, place(plan, house))))
    }

    /// Only the houses that a plan tells, to show or to hand out: what is kept back is not on
    /// it at all (handbook, App. 3).
    ///
    /// ```
    /// use raakvlak::boundary::Sector;
    /// use raakvlak::houses::{self, House};
    /// use raakvlak::{Case, Rules, Texts};
    /// use raakvlak_draw::Card;
    ///
    /// let case = Case::builder(Sector::YouthCare).build()?;
    /// let plan = houses::plan(&case, &Rules::builtin(), &Texts::nl());
    /// assert_eq!(Card::told(&plan), Card::one(House::Green));
    /// # Ok::<(), raakvlak::Error>(())
    /// ```
    pub fn told(plan: &HousePlanDocument) -> Card {
        let told: Vec<(House, Place)> = plan.order.iter().map(|house| (*house, Place::Told)).collect();
        Card::of(&told)
    }
}

fn place(plan: &HousePlanDocument, house: House) -> Place {
    if plan.next == Some(house) {
        Place::Next
    } else if plan.order.contains(&house) {
        Place::Told
    } else {
        Place::Kept
    }
}
