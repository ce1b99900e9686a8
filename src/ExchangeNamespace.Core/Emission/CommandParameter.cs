namespace ExchangeNamespace.Emission;

/// <summary>One named parameter of an emitted command.</summary>
/// <param name="Name">The name in the letter case of the version's documentation.</param>
/// <param name="Value">The value.</param>
public sealed record CommandParameter(string Name, CommandValue Value)
{
    /// <summary>The parameter as source.</summary>
    /// <returns>For example <c>-RequireSSL:$true</c>.</returns>
    public override string ToString() => "-" + Name + Value.Separator + Value;
}
