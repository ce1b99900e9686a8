using System.Collections.Generic;
using System.Collections.ObjectModel;
using System.Linq;

namespace ExchangeNamespace.Text;

/// <summary>
/// Lists that scripts can index. PowerShell indexes a class by its own public indexer only, and the lists that the compiler makes for
/// collection expressions have none: <c>$plan.Sites[0]</c> would give all sites.
/// </summary>
internal static class Indexable
{
    /// <summary>The list itself where it can be indexed, else a view of it that can.</summary>
    public static IReadOnlyList<T> Of<T>(IReadOnlyList<T> list) =>
        list is T[] or List<T> or ReadOnlyCollection<T> ? list : new ReadOnlyCollection<T>(list as IList<T> ?? list.ToList());

    /// <summary>The same for a list that may be missing.</summary>
    public static IReadOnlyList<T>? OrNull<T>(IReadOnlyList<T>? list) => list is null ? null : Of(list);
}
