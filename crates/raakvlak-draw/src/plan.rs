//! The card of one conversation.

use raakvlak::boundary::HousePlanDocument;
use raakvlak::houses::House;

use crate::card::{Card, Place};

impl Card {
    /// All three plots as a plan has them: which houses belong to the explanation, which is
    /// next, and which are kept back (handbook, App. 3). For the professional.
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

    /// Only the houses that parents may see now, to show or to hand out: those that were
    /// explained and the one that is next (handbook, App. 3). What is kept back is not on it.
    ///
    /// ```
    /// use raakvlak::boundary::Sector;
    /// use raakvlak::houses::{self, House};
    /// use raakvlak::{Case, Rules, Texts};
    /// use raakvlak_draw::Card;
    ///
    /// let case = Case::builder(Sector::YouthCare).state("explained.green", true).build()?;
    /// let plan = houses::plan(&case, &Rules::builtin(), &Texts::nl());
    /// assert_eq!(Card::shown(&plan), Card::one(House::Green));
    /// # Ok::<(), raakvlak::Error>(())
    /// ```
    pub fn shown(plan: &HousePlanDocument) -> Card {
        let shown: Vec<(House, Place)> = plan.shown.iter().map(|house| (*house, Place::Told)).collect();
        Card::of(&shown)
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
