namespace ExchangeNamespace.Diagnostics;

/// <summary>The answer of several checks in one word: whether everything is known to be as it should be.</summary>
internal sealed class CheckAnswer
{
    private bool _isAnythingChecked;
    private bool _isDoubtful;

    /// <summary>True where something was checked, nothing failed, nothing could not be told, and nothing was refused.</summary>
    public bool Holds => _isAnythingChecked && !_isDoubtful;

    /// <summary>Whether a result leaves the answer at true. A warning does: it works.</summary>
    public static bool IsGood(CheckOutcome outcome) => outcome is CheckOutcome.Passed or CheckOutcome.Warning;

    /// <summary>Takes a result in.</summary>
    public void Add(CheckOutcome outcome)
    {
        _isAnythingChecked = true;
        _isDoubtful |= !IsGood(outcome);
    }

    /// <summary>Something that was to be checked was refused, so the answer cannot be true.</summary>
    public void Refuse() => _isDoubtful = true;
}
