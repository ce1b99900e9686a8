namespace ExchangeNamespace.Reports.Drawing;

/// <summary>A rectangle of a picture, in pixels of its own size; the origin is the upper left corner.</summary>
/// <param name="X">The left edge.</param>
/// <param name="Y">The upper edge.</param>
/// <param name="Width">The width.</param>
/// <param name="Height">The height.</param>
public readonly record struct PictureRect(int X, int Y, int Width, int Height)
{
    /// <summary>The right edge.</summary>
    public int Right => X + Width;

    /// <summary>The lower edge.</summary>
    public int Bottom => Y + Height;

    /// <summary>Half way between the upper and the lower edge.</summary>
    public int Middle => Y + (Height / 2);

    /// <summary>Half way between the left and the right edge.</summary>
    public int Centre => X + (Width / 2);

    /// <summary>Whether another rectangle lies within this one; edges may touch.</summary>
    /// <param name="other">The other rectangle.</param>
    /// <returns>True where no part of it is outside.</returns>
    public bool Contains(PictureRect other) => other.X >= X && other.Y >= Y && other.Right <= Right && other.Bottom <= Bottom;

    /// <summary>Whether two rectangles share more than an edge.</summary>
    /// <param name="other">The other rectangle.</param>
    /// <returns>True where they overlap.</returns>
    public bool Overlaps(PictureRect other) => other.X < Right && X < other.Right && other.Y < Bottom && Y < other.Bottom;
}

/// <summary>A point of a picture, in pixels of its own size.</summary>
/// <param name="X">The distance from the left edge.</param>
/// <param name="Y">The distance from the upper edge.</param>
public readonly record struct PicturePoint(int X, int Y);
