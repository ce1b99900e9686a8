namespace ExchangeNamespace.Tests.Architecture;

/// <summary>A type as metadata names it.</summary>
/// <param name="Assembly">The assembly that holds it; the reading assembly's own name for its own types.</param>
/// <param name="Namespace">The namespace of its outermost type.</param>
/// <param name="Name">Its own name.</param>
internal sealed record UsedType(string Assembly, string Namespace, string Name)
{
    public override string ToString() => $"[{Assembly}] {Namespace}.{Name}";
}
