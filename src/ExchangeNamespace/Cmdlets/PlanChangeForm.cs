namespace ExchangeNamespace.Cmdlets;

/// <summary>How the differences between two plans are written.</summary>
public enum PlanChangeForm
{
    /// <summary>One object for each change.</summary>
    Object,

    /// <summary>The lines of a Markdown page for a change request.</summary>
    Markdown,
}
